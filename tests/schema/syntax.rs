//! The part of TypeScript in which the contract's types are declared.
//!
//! What is not here: any other TypeScript; it panics on the first word that it does not know.

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Text,
    Number,
    Switch,
    /// A text that is exactly this.
    Word(String),
    Named(String),
    List(Box<Type>),
    Map(Box<Type>),
    Either(Vec<Type>),
    /// The types whose fields it has too, and its own fields.
    Object(Vec<String>, Vec<Field>),
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: String,
    pub optional: bool,
    pub kind: Type,
    pub about: String,
}

/// What a declaration says of its type in words, and the type.
pub fn declaration(text: &str) -> (String, Type) {
    let mut rest = Rest(text);
    let about = rest.comment();
    rest.take("export");
    let kind = if rest.takes("interface") {
        rest.name();
        let mut bases = Vec::new();
        if rest.takes("extends") {
            bases.push(rest.name());
            while rest.takes(",") {
                bases.push(rest.name());
            }
        }
        Type::Object(bases, rest.fields())
    } else {
        rest.take("type");
        rest.name();
        rest.take("=");
        rest.either()
    };
    rest.takes(";");
    assert!(rest.trimmed().is_empty(), "more than a declaration: {}", rest.0);
    (about, kind)
}

struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    fn trimmed(&mut self) -> &'t str {
        self.0 = self.0.trim_start();
        self.0
    }

    fn takes(&mut self, word: &str) -> bool {
        let rest = self.trimmed().strip_prefix(word);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn take(&mut self, word: &str) {
        assert!(self.takes(word), "`{word}` should be at: {}", self.0);
    }

    fn name(&mut self) -> String {
        let name: String = self.trimmed().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        assert!(!name.is_empty(), "a name should be at: {}", self.0);
        self.0 = &self.0[name.len()..];
        name
    }

    /// The words of a comment, in one line; nothing where there is none.
    fn comment(&mut self) -> String {
        if !self.takes("/**") {
            return String::new();
        }
        let (inside, rest) = self.0.split_once("*/").expect("a comment ends");
        self.0 = rest;
        let lines = inside.lines().map(|line| line.trim().trim_start_matches('*').trim());
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn fields(&mut self) -> Vec<Field> {
        self.take("{");
        let mut fields = Vec::new();
        while !self.takes("}") {
            let about = self.comment();
            let name = self.field_name();
            let optional = self.takes("?");
            self.take(":");
            fields.push(Field { name, optional, kind: self.either(), about });
            self.takes(";");
        }
        fields
    }

    fn field_name(&mut self) -> String {
        if self.takes("\"") { self.quoted() } else { self.name() }
    }

    fn quoted(&mut self) -> String {
        let (word, rest) = self.0.split_once('"').expect("a word ends");
        self.0 = rest;
        word.to_owned()
    }

    fn either(&mut self) -> Type {
        self.takes("|");
        let mut kinds = vec![self.listed()];
        while self.takes("|") {
            self.comment();
            kinds.push(self.listed());
        }
        if kinds.len() == 1 { kinds.remove(0) } else { Type::Either(kinds) }
    }

    fn listed(&mut self) -> Type {
        let mut kind = self.single();
        while self.takes("[]") {
            kind = Type::List(Box::new(kind));
        }
        kind
    }

    fn single(&mut self) -> Type {
        self.comment();
        if self.takes("\"") {
            return Type::Word(self.quoted());
        }
        if self.trimmed().starts_with('{') {
            return Type::Object(Vec::new(), self.fields());
        }
        if self.takes("(") {
            let kind = self.either();
            self.take(")");
            return kind;
        }
        match self.name().as_str() {
            "string" => Type::Text,
            "number" => Type::Number,
            "boolean" => Type::Switch,
            "Map" | "Record" => {
                self.take("<");
                self.either();
                self.take(",");
                let value = self.either();
                self.take(">");
                Type::Map(Box::new(value))
            }
            name => Type::Named(name.to_owned()),
        }
    }
}

#[test]
fn a_declaration_is_read() {
    let (about, kind) = declaration(
        "/**\n * A thing.\n */\nexport interface A extends B {\n    /**\n     * Its c.\n     */\n    c?: (\"d\" | \"e\")[];\n    f: Record<string, G | number>;\n}",
    );
    let word = |word: &str| Type::Word(word.to_owned());
    let field = |name: &str, optional, kind, about: &str| Field {
        name: name.to_owned(),
        optional,
        kind,
        about: about.to_owned(),
    };
    assert_eq!(about, "A thing.");
    let fields = vec![
        field("c", true, Type::List(Box::new(Type::Either(vec![word("d"), word("e")]))), "Its c."),
        field(
            "f",
            false,
            Type::Map(Box::new(Type::Either(vec![Type::Named("G".to_owned()), Type::Number]))),
            "",
        ),
    ];
    assert_eq!(kind, Type::Object(vec!["B".to_owned()], fields));
}
