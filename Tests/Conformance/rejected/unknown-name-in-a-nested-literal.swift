let matrix = [
    [1, 2],
    [3, missing], // rejected: cannot find 'missing' in scope
]
