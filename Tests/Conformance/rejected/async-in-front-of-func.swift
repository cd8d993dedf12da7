func plain() {}
async func load() {} // rejected: 'async' must be written after the parameter list of a function
