@dynamicMemberLookup
struct Settings {
    private var values: [String: Int] = ["width": 1]
    subscript(dynamicMember name: String) -> Int {
        get { values[name] ?? 0 }
        set { values[name] = newValue }
    }
}
var settings = Settings()
settings.height = 4
settings.height += 3
settings.width *= 10
print(settings.width, settings.height, settings.depth)
struct Window { var settings = Settings() }
var window = Window()
window.settings.width = 7
print(window.settings.width, Window().settings.width)
