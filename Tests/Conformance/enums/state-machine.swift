enum State: Equatable { case idle, running(speed: Int), paused(at: Int), finished(Result), failed(reason: String)
    enum Result: Equatable { case won, lost(by: Int) } }
enum Event { case start(Int), pause, resume, stop, crash(String) }
func next(_ state: State, _ event: Event) -> State {
    switch (state, event) {
    case (.idle, .start(let speed)) where speed > 0: .running(speed: speed)
    case (.running(let speed), .pause): .paused(at: speed)
    case (.paused(let speed), .resume): .running(speed: speed)
    case (.running(let speed), .stop): .finished(speed > 5 ? .won : .lost(by: 5 - speed))
    case (_, .crash(let why)): .failed(reason: why)
    case (.finished, _), (.failed, _): state
    default: state
    }
}
var state = State.idle
for event in [Event.pause, .start(0), .start(3), .pause, .pause, .resume, .stop, .start(9)] {
    state = next(state, event)
    print(state)
}
print(state == .finished(.lost(by: 2)), next(.running(speed: 9), .stop), next(state, .crash("tyre")))
if case .finished(.lost(let by)) = state { print("lost by", by) }
let states: [State] = [.idle, .running(speed: 1), .running(speed: 7)]
print(states.filter { if case .running = $0 { true } else { false } }.count)
print(states.map { s -> Int in guard case .running(let v) = s else { return 0 }; return v })
