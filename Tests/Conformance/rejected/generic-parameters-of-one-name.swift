struct Pair<Item, Item> { // rejected: invalid redeclaration of 'Item'
    var name = ""
}
print("never")
