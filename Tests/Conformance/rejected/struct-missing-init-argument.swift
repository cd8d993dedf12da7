struct Person { let name: String; var age: Int }
print(Person(name: "Ada", age: 36))
print(Person(name: "Bob")) // rejected: missing argument for parameter 'age' in call
