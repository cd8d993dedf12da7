let x: Int = { 5 } // rejected: function produces expected type 'Int'; did you mean to call it with '()'?
