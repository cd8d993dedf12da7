struct Page {
    let width = 80
    let columns = width / 2 // rejected: cannot use instance member 'width' within property initializer
}
