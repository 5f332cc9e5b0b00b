use super::faults::Faults;
use super::located::Located;
use super::path::Path;
use super::schema::{MAX_MEMBERS, NAMES, Schema};
use super::suggestion::suggest;
use crate::fault::ShapeFault;
use crate::json::{Kind, Name, Value};

/// An object, and where.
pub(crate) struct Object<'d, 't, 'p> {
    pub(crate) path: Path<'p>,
    schema: &'static Schema,
    /// In the order of the schema.
    members: [Option<Value<'d, 't>>; MAX_MEMBERS],
}

impl<'d, 't> Object<'d, 't, '_> {
    /// The place of a member, which is absent if it is null.
    #[inline(never)]
    pub(crate) fn member(&self, name: &'static str) -> Located<'d, 't, '_> {
        let value = self.as_written(name).filter(|value| !value.is_null());
        Located { value, path: self.path.member(name) }
    }

    /// How many of these members are there, and not null.
    pub(crate) fn count(&self, names: &[&'static str]) -> u8 {
        names.iter().fold(0, |count, name| count + u8::from(self.member(name).value.is_some()))
    }

    /// Whether a member is there, and null.
    pub(crate) fn is_null(&self, name: &'static str) -> bool {
        self.as_written(name).is_some_and(Value::is_null)
    }

    fn as_written(&self, name: &'static str) -> Option<Value<'d, 't>> {
        let place = self.schema.names.iter().position(|&other| other == name);
        debug_assert!(place.is_some(), "{name} is no member of this object");
        self.members.get(place?).copied().flatten()
    }
}

impl<'d, 't, 'p> Located<'d, 't, 'p> {
    /// An object, if it is one. Reports unknown members, in input order.
    #[inline(never)]
    pub(crate) fn object(
        &self,
        schema: &'static Schema,
        faults: &mut Faults,
    ) -> Option<Object<'d, 't, 'p>> {
        let value = self.value?;
        if value.kind() != Kind::Object {
            return self.wrong_type("object", faults);
        }
        let mut members = [None; MAX_MEMBERS];
        for (name, value) in value.members() {
            let slot = match name {
                Name::Known(symbol) => members.get_mut(schema.place(symbol)),
                Name::Stranger(_) => None,
            };
            match slot {
                Some(slot) => *slot = Some(value),
                None if schema.is_open => {}
                None => self.report_stranger(&name, schema, faults),
            }
        }
        Some(Object { path: self.path, schema, members })
    }

    #[cold]
    #[inline(never)]
    fn report_stranger(&self, name: &Name<'_>, schema: &Schema, faults: &mut Faults) {
        let name = match name {
            Name::Known(symbol) => NAMES.name(*symbol),
            Name::Stranger(text) => text,
        };
        let suggestion = faults.has_room().then(|| suggest(name, schema.names)).flatten();
        faults.shape(&self.path.member(name), ShapeFault::UnknownField { suggestion });
    }
}
