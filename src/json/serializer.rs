//! What serde's `Serialize` says of our answers, written as JSON text.
//!
//! serde_json writes the same bytes, which tests hold, with code for every kind of output and of failure. Answers
//! need little of that: names, texts, whole numbers that are not negative, lists and members.

use super::writer::Writer;
use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use std::fmt;

/// The JSON text of an answer of this crate.
pub(crate) fn to_vec<T: Serialize>(answer: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    match answer.serialize(&mut writer) {
        Ok(()) => writer.into_bytes(),
        // None of our answers holds what is refused below.
        Err(fmt::Error) => Vec::new(),
    }
}

type Written = Result<(), fmt::Error>;

/// What no answer holds.
const UNUSED: Written = Err(fmt::Error);

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), fmt::Error>;
    type SerializeTupleVariant = Impossible<(), fmt::Error>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), fmt::Error>;

    fn serialize_bool(self, value: bool) -> Written {
        self.word(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.number(value);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        self.string(value);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.sign(b'[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, fmt::Error> {
        self.serialize_seq(None)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.sign(b'{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        self.serialize_map(None)
    }

    fn serialize_i8(self, _: i8) -> Written {
        UNUSED
    }

    fn serialize_i16(self, _: i16) -> Written {
        UNUSED
    }

    fn serialize_i32(self, _: i32) -> Written {
        UNUSED
    }

    fn serialize_i64(self, _: i64) -> Written {
        UNUSED
    }

    fn serialize_f32(self, _: f32) -> Written {
        UNUSED
    }

    fn serialize_f64(self, _: f64) -> Written {
        UNUSED
    }

    fn serialize_char(self, _: char) -> Written {
        UNUSED
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        UNUSED
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        UNUSED
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Written {
        UNUSED
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        UNUSED
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }
}

impl SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.separate();
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.sign(b']');
        Ok(())
    }
}

impl SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Written {
        self.separate();
        name.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.sign(b':');
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.sign(b'}');
        Ok(())
    }
}

impl SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.serialize_entry(name, value)
    }

    fn end(self) -> Written {
        SerializeMap::end(self)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[derive(Debug, Clone, Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Word {
        OneWord,
        #[serde(untagged)]
        Pair {
            first: Option<bool>,
            second: [u32; 2],
        },
    }

    fn words() -> impl Strategy<Value = Word> {
        let pair = any::<(Option<bool>, [u32; 2])>();
        prop_oneof![
            Just(Word::OneWord),
            pair.prop_map(|(first, second)| Word::Pair { first, second })
        ]
    }

    proptest! {
        #[test]
        fn as_serde_json_writes(
            texts in prop::collection::btree_map(".{0,9}", "[\\x00-\\x7F\u{80}\u{2028}é𝄞]{0,40}", 0..4),
            numbers in prop::collection::vec(prop_oneof![any::<u64>(), 0_u64..200], 0..4),
            words in prop::collection::vec(words(), 0..4),
        ) {
            let all: (BTreeMap<String, String>, Vec<u64>, Vec<Word>, u8, u16) = (texts, numbers, words, 7, 65_535);
            prop_assert_eq!(
                String::from_utf8(to_vec(&all)).unwrap_or_default(),
                serde_json::to_string(&all).unwrap_or_default()
            );
        }
    }

    #[test]
    fn what_no_answer_holds_is_no_text() {
        assert_eq!(to_vec(&(1, 2.5)), b"");
    }
}
