use super::faults::Faults;
use super::path::Path;
use crate::fault::ShapeFault;
use crate::id::InvalidId;
use crate::json::{self, Kind, Value, safe_integer};
use std::borrow::Cow;

/// The name of a JSON type.
const fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::True | Kind::False => "boolean",
        Kind::Number => "number",
        Kind::Plain | Kind::Escaped => "string",
        Kind::Array => "array",
        Kind::Object => "object",
    }
}

/// A place in a document, and the value there, if any. Each reading reports a value that is wrong, and then gives none,
/// as it does where there is none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'d, 't, 'p> {
    pub(crate) value: Option<Value<'d, 't>>,
    pub(crate) path: Path<'p>,
}

impl<'d, 't> Located<'d, 't, '_> {
    /// Reports that there is no value.
    #[inline(never)]
    pub(crate) fn required(&self, faults: &mut Faults) -> &Self {
        if self.value.is_none() {
            faults.shape(&self.path, ShapeFault::MissingRequiredField);
        }
        self
    }

    #[inline(never)]
    pub(crate) fn text(&self, faults: &mut Faults) -> Option<Cow<'t, str>> {
        self.value?.text().or_else(|| self.wrong_type("string", faults))
    }

    #[inline(never)]
    pub(crate) fn boolean(&self, faults: &mut Faults) -> Option<bool> {
        match self.value?.kind() {
            Kind::True => Some(true),
            Kind::False => Some(false),
            Kind::Null | Kind::Number | Kind::Plain => self.wrong_type("boolean", faults),
            Kind::Escaped | Kind::Array | Kind::Object => self.wrong_type("boolean", faults),
        }
    }

    /// An integer from 0 to 2^53 - 1.
    #[inline(never)]
    pub(crate) fn integer(&self, faults: &mut Faults) -> Option<u64> {
        let integer = self.value?.number().and_then(safe_integer);
        integer.or_else(|| self.wrong_type("integer", faults))
    }

    /// The one of `values` whose name, at the same place, is this text.
    pub(crate) fn choice<T: Copy>(
        &self,
        names: &'static [&'static str],
        values: &'static [T],
        faults: &mut Faults,
    ) -> Option<T> {
        self.chosen(names, faults).and_then(|place| values.get(place)).copied()
    }

    #[inline(never)]
    fn chosen(&self, names: &'static [&'static str], faults: &mut Faults) -> Option<usize> {
        let text = self.text(faults)?;
        let place = names.iter().position(|&name| name == text);
        if place.is_none() {
            faults.shape(&self.path, ShapeFault::InvalidEnumValue { allowed: names });
        }
        place
    }

    #[inline(never)]
    pub(crate) fn id<T>(
        &self,
        parse: fn(&str) -> Result<T, InvalidId>,
        faults: &mut Faults,
    ) -> Option<T> {
        match parse(&self.text(faults)?) {
            Ok(id) => Some(id),
            Err(invalid) => {
                self.invalid_id(invalid, faults);
                None
            }
        }
    }

    #[inline(never)]
    pub(crate) fn invalid_id(&self, invalid: InvalidId, faults: &mut Faults) {
        let InvalidId { expected_prefix } = invalid;
        faults.shape(&self.path, ShapeFault::InvalidIdFormat { expected_prefix });
    }

    pub(crate) fn is_array(&self) -> bool {
        self.value.is_some_and(|value| value.kind() == Kind::Array)
    }

    /// The items of an array; reports anything else.
    #[inline(never)]
    pub(crate) fn items(&self, faults: &mut Faults) -> Items<'d, 't, '_> {
        if !self.is_array() {
            self.wrong_type::<()>("array", faults);
        }
        let values = self.value.map(Value::items).unwrap_or_default();
        Items { values, path: &self.path, next: 0 }
    }

    #[inline(never)]
    pub(super) fn wrong_type<T>(&self, expected: &'static str, faults: &mut Faults) -> Option<T> {
        let actual = type_name(self.value?.kind());
        faults.shape(&self.path, ShapeFault::InvalidType { expected, actual });
        None
    }
}

/// The items of an array, each with its place.
pub(crate) struct Items<'d, 't, 'p> {
    values: json::Items<'d, 't>,
    path: &'p Path<'p>,
    next: usize,
}

impl<'d, 't, 'p> Iterator for Items<'d, 't, 'p> {
    type Item = Located<'d, 't, 'p>;

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        let value = self.values.next();
        let path = self.path.item(self.next);
        self.next += 1;
        value.is_some().then_some(Located { value, path })
    }
}
