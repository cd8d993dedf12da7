struct Player {
    let name = "Ann" {  // rejected: 'let' declarations cannot be observing properties
        didSet { print(name) }
    }
}
print(Player().name)
