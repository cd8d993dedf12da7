final class Teacher {
    let name: String
    init(_ name: String) { self.name = name }
    deinit { print("\(name) leaves") }
}
final class Pupil {
    unowned var teacher: Teacher?
    init(_ teacher: Teacher?) { self.teacher = teacher }
}
var teacher: Teacher? = Teacher("Ada")
let pupil = Pupil(teacher)
print(pupil.teacher?.name ?? "nobody")
pupil.teacher = nil
print(pupil.teacher == nil)
pupil.teacher = teacher
teacher = nil
print("alone")
print(pupil.teacher?.name ?? "nobody")  // traps: unowned
