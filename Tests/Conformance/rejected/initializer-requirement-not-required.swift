protocol P { init() }
class C: P { init() {} } // rejected: initializer requirement 'init()' can only be satisfied by a 'required' initializer in non-final class 'C'
