use super::faults::Faults;
use super::path::Path;
use crate::fault::ShapeFault;
use crate::id::InvalidId;
use crate::json::{Kind, Value, safe_integer};
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

/// A value that is there, and where. Each reading reports what is wrong and then gives none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'d, 't, 'p> {
    pub(crate) value: Value<'d, 't>,
    pub(crate) path: Path<'p>,
}

impl<'d, 't> Located<'d, 't, '_> {
    #[inline(never)]
    pub(crate) fn text(&self, faults: &mut Faults) -> Option<Cow<'t, str>> {
        self.value.text().or_else(|| self.wrong_type("string", faults))
    }

    #[inline(never)]
    pub(crate) fn boolean(&self, faults: &mut Faults) -> Option<bool> {
        match self.value.kind() {
            Kind::True => Some(true),
            Kind::False => Some(false),
            Kind::Null | Kind::Number | Kind::Plain => self.wrong_type("boolean", faults),
            Kind::Escaped | Kind::Array | Kind::Object => self.wrong_type("boolean", faults),
        }
    }

    /// An integer from 0 to 2^53 - 1.
    #[inline(never)]
    pub(crate) fn integer(&self, faults: &mut Faults) -> Option<u64> {
        match self.value.number().and_then(safe_integer) {
            Some(integer) => Some(integer),
            None => self.wrong_type("integer", faults),
        }
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

    pub(crate) fn id<T>(
        &self,
        parse: fn(&str) -> Result<T, InvalidId>,
        faults: &mut Faults,
    ) -> Option<T> {
        let text = self.text(faults)?;
        match parse(&text) {
            Ok(id) => Some(id),
            Err(InvalidId { expected_prefix }) => {
                faults.shape(&self.path, ShapeFault::InvalidIdFormat { expected_prefix });
                None
            }
        }
    }

    /// True for an array; reports anything else.
    #[inline(never)]
    pub(crate) fn is_array(&self, faults: &mut Faults) -> bool {
        let array = self.value.kind() == Kind::Array;
        if !array {
            self.wrong_type::<()>("array", faults);
        }
        array
    }

    /// The items of an array, each with its place; none for other kinds.
    pub(crate) fn items(&self) -> impl Iterator<Item = Located<'d, 't, '_>> {
        let items = self.value.items().enumerate();
        items.map(|(index, value)| Located { value, path: self.path.item(index) })
    }

    pub(crate) fn wrong_type<T>(&self, expected: &'static str, faults: &mut Faults) -> Option<T> {
        let actual = type_name(self.value.kind());
        faults.shape(&self.path, ShapeFault::InvalidType { expected, actual });
        None
    }
}
