/// Examples of the standard library. A line is names of one type, a bar and the cell, `¶` for the end of a line in it.
extension Examples {
    static let swift: [(owner: String, lines: String)] = [
        ("", """
            readLine│func ask() -> String { readLine() ?? "" }
            fatalError,preconditionFailure,assertionFailure│func half(_ n: Int) -> Int {¶    guard n % 2 == 0 else { fatalError("\\(n) is odd") }¶    return n / 2¶}¶print(half(4))
            exit│func stop() -> Never { exit(0) }
            withExtendedLifetime│print(withExtendedLifetime([1, 2]) { 3 })
            max,min│print(max(3, 7, 5), min(3, 7, 5))
            MemoryLayout│print(MemoryLayout<Int>.size)
            ~=│switch 3 {¶case 1...5: print("small")¶default: print("large")¶}
            stride│for x in stride(from: 0.0, to: 1.0, by: 0.25) { print(x) }¶for i in stride(from: 6, through: 0, by: -2) { print(i) }
            debugPrint,print│print("loss", 0.5, separator: " = ")
            SystemRandomNumberGenerator│var generator = SystemRandomNumberGenerator()¶print(Int.random(in: 1...6, using: &generator))
            Hasher│var hasher = Hasher()¶hasher.combine(3)¶print(hasher.finalize() == hasher.finalize())
            ContinuousClock,SuspendingClock│let start = ContinuousClock.now¶print(ContinuousClock.now - start < .seconds(5))
            Unicode│print(Unicode.Scalar(97))
            FloatingPointSign│print((-2.5).sign == FloatingPointSign.minus)
            FloatingPointRoundingRule│print((2.5).rounded(FloatingPointRoundingRule.up))
            CharacterSet│print("a1".trimmingCharacters(in: CharacterSet.decimalDigits))
            """),
        ("Array", """
            init│print(Array(1...3), Array(repeating: 0, count: 3))
            capacity,startIndex,endIndex│let xs = [1, 2, 3]¶print(xs.startIndex, xs.endIndex, xs.capacity >= 3)
            reserveCapacity│var xs: [Int] = []¶xs.reserveCapacity(100)¶xs.append(1)¶print(xs)
            removeAll│var xs = [1, 2, 3]¶xs.removeAll()¶print(xs)
            replaceSubrange│var xs = [1, 2, 3]¶xs.replaceSubrange(0..<2, with: [9])¶print(xs)
            """),
        ("ArraySlice", """
            init,startIndex,endIndex,count,isEmpty,subscript,indices│let part = [1, 2, 3][1...]¶print(part.startIndex, part[1], part.count)
            """),
        ("Bool", "init│print(Bool(\"true\") ?? false, Bool(true))\nrandom│var generator = SystemRandomNumberGenerator()¶print(Bool.random(using: &generator) || true)"),
        ("Int", "init│print(Int(3.7), Int(\"42\") ?? 0)"),
        ("Double", """
            init,bitPattern│print(Double(bitPattern: (1.5).bitPattern))
            """),
        ("Float", """
            init,bitPattern│print(Float(bitPattern: Float(1.5).bitPattern))
            rounded│print(Float(2.4).rounded(), Float(2.4).rounded(.up))
            random│print(Float.random(in: 0..<1) < 1)
            """),
        ("UnsignedInteger", "magnitude│print(UInt(3).magnitude)"),
        ("SignedInteger", "negate│var n = 3¶n.negate()¶print(n)"),
        ("SignedNumeric", "negate│var x = 1.5¶x.negate()¶print(x)"),
        ("FixedWidthInteger", """
            description│print((42).description)
            multipliedFullWidth│print(Int.max.multipliedFullWidth(by: 2).high)
            random│var generator = SystemRandomNumberGenerator()¶print(Int.random(in: 1...6, using: &generator) < 7)
            bitWidth│print((42).bitWidth)
            """),
        ("FloatingPoint", """
            negate,isLess,isEqual│var x = 1.5¶x.negate()¶print(x, x.isLess(than: 0), x.isEqual(to: -1.5))
            advanced,distance│print((1.5).advanced(by: 2), (1.5).distance(to: 4))
            round│var x = 2.7¶x.round(.down)¶print(x)
            formSquareRoot,formTruncatingRemainder│var x = 9.0¶x.formSquareRoot()¶print(x)
            nextUp,nextDown,significand│print((1.0).nextUp > 1, (6.0).significand)
            sign,isNormal,description│print((-2.5).sign, (2.5).isNormal, (2.5).description)
            random│var generator = SystemRandomNumberGenerator()¶print(Double.random(in: 0..<1, using: &generator) < 1)
            """),
        ("Optional", """
            unsafelyUnwrapped│let n: Int? = 3¶print(n.unsafelyUnwrapped)
            take│var n: Int? = 3¶print(n.take() ?? 0, n == nil)
            """),
        ("SystemRandomNumberGenerator", "init,next│var generator = SystemRandomNumberGenerator()¶print(generator.next() as UInt64 != generator.next() as UInt64)"),
        ("RandomNumberGenerator", "next│var generator = SystemRandomNumberGenerator()¶print(generator.next(upperBound: 6 as UInt) < 6)"),
        ("Hasher", "init,combine,finalize│var a = Hasher()¶a.combine(\"x\")¶var b = Hasher()¶b.combine(\"x\")¶print(a.finalize() == b.finalize())"),
        ("Hashable", "hash,hashValue│struct Point: Hashable {¶    var x = 1¶    func hash(into hasher: inout Hasher) { hasher.combine(x) }¶}¶print(Set([Point(), Point()]).count)"),
        ("Error", "localizedDescription│struct Missing: Error {}¶do { throw Missing() } catch { print(error.localizedDescription.isEmpty) }"),
        ("Result", "init│let result = Result { 3 }¶print((try? result.get()) ?? 0)"),
        ("Thread", "sleep│Thread.sleep(forTimeInterval: 0.001)"),
        ("MemoryLayout", "size,stride,alignment│print(MemoryLayout<Double>.size, MemoryLayout<Double>.stride)"),
        ("Unicode.Scalar", """
            init,isASCII,description,value,properties│let scalar: Unicode.Scalar = "a"¶print(scalar, scalar.value, scalar.isASCII)
            """),
        ("CharacterSet", """
            init,inverted,union,subtracting,contains│let digits = CharacterSet.decimalDigits.union(.whitespaces)¶print("a 1".trimmingCharacters(in: digits), "a1".components(separatedBy: digits.inverted).count)
            """),
        ("Character", """
            init,utf8,description,unicodeScalars│let character: Character = "é"¶print(Character(character), character.utf8.count, character.description)
            """),
        ("Instant", "duration,advanced│let start = ContinuousClock.now¶print(start.duration(to: start.advanced(by: .seconds(2))))"),
        ("ContinuousClock", "init,now,measure,sleep│let clock = ContinuousClock()¶print(clock.measure { } < .seconds(1))"),
        ("SuspendingClock", "init,now,measure,sleep│let clock = SuspendingClock()¶print(clock.measure { } < .seconds(1))"),
        ("Duration", """
            seconds,components,description│let time = Duration.milliseconds(1500)¶print(time.components.seconds, time.description)
            milliseconds,microseconds,nanoseconds,zero│print(Duration.milliseconds(3) + .microseconds(5), Duration.zero)
            """),
        ("Date", """
            init,timeIntervalSince,timeIntervalSinceNow,timeIntervalSince1970,addingTimeInterval│let date = Date(timeIntervalSince1970: 60)¶print(date.addingTimeInterval(30).timeIntervalSince(date), date.timeIntervalSince1970)
            """),
        ("Dictionary", """
            init,reserveCapacity│var ages = [String: Int](minimumCapacity: 10)¶ages["Ada"] = 36¶print(ages)
            popFirst│var ages = ["Ada": 36]¶print(ages.popFirst()?.key ?? "-", ages.count)
            """),
        ("KeyValuePairs", """
            init,count,startIndex,endIndex,subscript,makeIterator,isEmpty│let pairs: KeyValuePairs = ["a": 1, "a": 2]¶print(pairs.count, pairs[1].value)
            """),
        ("DictionaryKeys", "==,count,isEmpty,contains│print([1: \"a\"].keys == [1: \"b\"].keys)"),
        ("Set", """
            init,reserveCapacity│var letters = Set<String>(minimumCapacity: 4)¶letters.insert("a")¶print(letters)
            update│var letters: Set = ["a"]¶print(letters.update(with: "b") == nil, letters.count)
            removeAll│var letters: Set = ["a"]¶letters.removeAll()¶print(letters.isEmpty)
            popFirst│var letters: Set = ["a"]¶print(letters.popFirst() ?? "-")
            formUnion,formIntersection,formSymmetricDifference,subtract│var a: Set = [1, 2]¶a.formUnion([3])¶a.subtract([1])¶a.formIntersection([2, 3])¶a.formSymmetricDifference([3])¶print(a)
            isSubset,isSuperset,isStrictSubset,isStrictSuperset,isDisjoint│let a: Set = [1, 2]¶print(a.isSubset(of: [1, 2, 3]), a.isSuperset(of: [1]), a.isStrictSubset(of: [1, 2]), a.isStrictSuperset(of: [1]))
            """),
        ("Range", "contains,~=,lowerBound,upperBound,count,isEmpty│print((0..<3).contains(2), (0..<3).count)\nindex│struct Step: Strideable {¶ var n: Int¶ func distance(to other: Step) -> Int { other.n - n }¶ func advanced(by k: Int) -> Step { Step(n: n + k) }¶ static func < (a: Step, b: Step) -> Bool { a.n < b.n }¶}¶let r = Step(n: 1)..<Step(n: 4)¶print(r[r.index(after: r.startIndex)].n, r[r.index(before: r.endIndex)].n)"),
        ("ClosedRange", "contains,~=,lowerBound,upperBound,count,isEmpty│print((1...3).contains(3), (1...3).count)\nindex│struct Step: Strideable {¶ var n: Int¶ func distance(to other: Step) -> Int { other.n - n }¶ func advanced(by k: Int) -> Step { Step(n: n + k) }¶ static func < (a: Step, b: Step) -> Bool { a.n < b.n }¶}¶let r = Step(n: 1)...Step(n: 4)¶print(r[r.index(after: r.startIndex)].n, r[r.index(before: r.endIndex)].n)"),
        ("PartialRangeFrom", "contains,~=│print((1...).contains(3))\nmakeIterator│for i in (1...).prefix(2) { print(i) }"),
        ("PartialRangeUpTo", "contains,~=│print((..<3).contains(3))"),
        ("PartialRangeThrough", "contains,~=│print((...3).contains(3))"),
        ("StrideTo", "makeIterator,count,map│print(Array(stride(from: 0, to: 6, by: 2)))"),
        ("StrideThrough", "makeIterator,count,map│print(Array(stride(from: 0, through: 6, by: 2)))"),
        ("AnyIterator", "init,next,makeIterator│var left = 3¶let down = AnyIterator { () -> Int? in¶    left -= 1¶    return left < 0 ? nil : left¶}¶print(Array(down))"),
        ("AnySequence", "init,makeIterator│let numbers = AnySequence([1, 2, 3])¶print(numbers.map { $0 * 2 })"),
        ("LazySequence", """
            init,makeIterator,lazy,dropFirst,first,isEmpty,count,last│let squares = (1...4).lazy.map { $0 * $0 }¶print(squares.first ?? 0, squares.count, Array(squares.dropFirst()))
            """),
        ("Sequence", """
            flatMap│print([[1, 2], [3]].flatMap { $0 })
            joined│print(["a", "b"].joined())
            underestimatedCount│print([1, 2].underestimatedCount <= 2)
            shuffled│var generator = SystemRandomNumberGenerator()¶print([1, 2, 3].shuffled(using: &generator).count)
            prefix,suffix│print([1, 2, 3].prefix(2), [1, 2, 3].suffix(2), [1, 2, 3].prefix { $0 < 3 })
            drop,dropFirst,dropLast│print([1, 2, 3].dropFirst(), [1, 2, 3].dropLast(), [1, 2, 3].drop { $0 < 3 })
            """),
        ("Collection", """
            makeIterator,distance,index,formIndex,count,underestimatedCount,isEmpty,first│let xs = [1, 2, 3]¶print(xs.distance(from: 0, to: 2), xs.index(0, offsetBy: 2), xs.count)
            randomElement│var generator = SystemRandomNumberGenerator()¶print([1, 2].randomElement(using: &generator) != nil)
            """),
        ("BidirectionalCollection", "formIndex,index,last│let xs = [1, 2, 3]¶print(xs.index(before: 2), xs.last ?? 0)"),
        ("String", """
            init│print(String(), String(format: "%d %.1f", arguments: [3, 0.5]))
            append│var text = "a"¶text.append("b")¶text.append(contentsOf: "cd")¶print(text)
            insert│var text = "bd"¶text.insert("a", at: text.startIndex)¶text.insert(contentsOf: "c", at: text.index(before: text.endIndex))¶print(text)
            removeFirst,removeLast,popLast│var text = "abcd"¶text.removeFirst()¶text.removeLast(2)¶print(text, text.popLast() ?? "-")
            removeAll│var text = "a1"¶text.removeAll { $0.isNumber }¶print(text)
            removeSubrange│var text = "hello"¶text.removeSubrange(text.startIndex..<text.index(after: text.startIndex))¶print(text)
            reserveCapacity,write│var text = ""¶text.reserveCapacity(10)¶text.write("a")¶print(text)
            """),
        ("Substring", """
            init,removeFirst,removeLast,popFirst,popLast│var part = "hello"[...]¶part.removeFirst()¶print(part, part.popLast() ?? "-", Substring("ab"))
            """),
        ("StringProtocol", """
            underestimatedCount,description,characters│print("añ".description, "añ".characters.count)
            startIndex,endIndex,index,distance,subscript│let text = "hello"¶let i = text.index(text.startIndex, offsetBy: 2)¶print(text[i], text[..<i], text.distance(from: i, to: text.endIndex))
            firstRange│print("hello".firstRange(of: "l") != nil)
            makeIterator│var letters = "ab".makeIterator()¶print(letters.next() ?? "-")
            caseInsensitiveCompare│print("A".caseInsensitiveCompare("a") == .orderedSame)
            """),
        ("StringIterator", "next│var letters = \"ab\".makeIterator()¶print(letters.next() ?? \"-\")"),
        ("IndexingIterator", "next,init,makeIterator│var numbers = [1, 2].makeIterator()¶print(numbers.next() ?? 0)"),
    ]
}
