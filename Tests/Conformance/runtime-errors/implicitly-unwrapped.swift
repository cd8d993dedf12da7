class View { var title: String!; init() {} }
let view = View()
view.title = "set"
print(view.title.count)
view.title = nil
print(view.title == nil)
print(view.title.count) // traps: nil
