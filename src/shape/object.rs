use super::faults::Faults;
use super::located::Located;
use super::path::Path;
use super::schema::{NAMES, Schema};
use super::suggestion::suggest;
use crate::fault::ShapeFault;
use crate::json::{Kind, Name, Value};

/// What to do with members that the contract does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strangers {
    Refuse,
    Ignore,
}

/// The place of a member that an object may have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot<'d, 't, 'p> {
    value: Option<Value<'d, 't>>,
    path: Path<'p>,
}

impl<'d, 't, 'p> Slot<'d, 't, 'p> {
    pub(crate) const fn path(self) -> Path<'p> {
        self.path
    }

    /// The member as written, null included.
    #[inline]
    pub(crate) fn as_written(self) -> Option<Located<'d, 't, 'p>> {
        self.value.map(|value| Located { value, path: self.path })
    }

    /// The member; null is absent.
    #[inline(never)]
    pub(crate) fn optional(self) -> Option<Located<'d, 't, 'p>> {
        self.as_written().filter(|member| !member.value.is_null())
    }

    /// The member; reports one that is absent or null.
    #[inline(never)]
    pub(crate) fn required(self, faults: &mut Faults) -> Option<Located<'d, 't, 'p>> {
        let member = self.optional();
        if member.is_none() {
            faults.shape(&self.path, ShapeFault::MissingRequiredField);
        }
        member
    }
}

impl<'d, 't> Located<'d, 't, '_> {
    /// The members of an object at their places in the schema. Reports unknown ones, in input order.
    #[inline]
    pub(crate) fn members<const N: usize>(
        &self,
        schema: &'static Schema<N>,
        strangers: Strangers,
        faults: &mut Faults,
    ) -> Option<[Slot<'d, 't, '_>; N]> {
        let mut slots = [Slot { value: None, path: Path::Root }; N];
        let known = Known { names: &schema.names, places: &schema.places };
        self.fill(&mut slots, known, strangers, faults).then_some(slots)
    }

    /// One copy for all objects, not one for each size.
    #[inline(never)]
    fn fill<'p>(
        &'p self,
        slots: &mut [Slot<'d, 't, 'p>],
        known: Known,
        strangers: Strangers,
        faults: &mut Faults,
    ) -> bool {
        if self.value.kind() != Kind::Object {
            self.wrong_type::<()>("object", faults);
            return false;
        }
        for (slot, name) in slots.iter_mut().zip(known.names) {
            slot.path = self.path.member(name);
        }
        for (name, value) in self.value.members() {
            match known.place(&name).and_then(|place| slots.get_mut(place)) {
                Some(slot) => slot.value = Some(value),
                None if strangers == Strangers::Ignore => {}
                None => self.report_stranger(&name, known, faults),
            }
        }
        true
    }

    #[cold]
    fn report_stranger(&self, name: &Name<'_>, known: Known, faults: &mut Faults) {
        let name = match name {
            Name::Known(symbol) => NAMES.name(*symbol),
            Name::Stranger(text) => text,
        };
        let suggestion = faults.has_room().then(|| suggest(name, known.names)).flatten();
        faults.shape(&self.path.member(name), ShapeFault::UnknownField { suggestion });
    }
}

/// A schema of any size.
#[derive(Clone, Copy)]
struct Known {
    names: &'static [&'static str],
    places: &'static [u8],
}

impl Known {
    #[inline]
    fn place(self, name: &Name<'_>) -> Option<usize> {
        match name {
            Name::Known(symbol) => self.places.get(symbol.place()).map(|&place| usize::from(place)),
            Name::Stranger(_) => None,
        }
    }
}
