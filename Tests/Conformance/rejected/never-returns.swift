func stop() -> Never {
    print("stopping")
    print("now")
}  // rejected: 'Never'; never-returning function
print("start")
