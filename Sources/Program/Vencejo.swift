import Commands

@main
enum Main {
    static func main() {
        VencejoCommand.start()
    }
}
