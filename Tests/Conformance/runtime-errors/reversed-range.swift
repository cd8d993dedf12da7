func countdown(_ low: Int, _ high: Int) -> [Int] {
    (low...high).map { $0 } // traps: 5; 3
}
print(countdown(1, 4), countdown(2, 2))
print(countdown(5, 3))
