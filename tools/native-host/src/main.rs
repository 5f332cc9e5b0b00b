//! The native library as one of the hosts that must all answer alike:
//! `native-host <generated.json>` answers the corpus and the generated cases and prints a report, the same
//! as `tests/matrix/answer.mjs` gives in JavaScript; `native-host <generated.json> <case>` prints that
//! case's answer.

mod answer;
#[allow(dead_code, reason = "other runners ask for more of it")]
#[path = "../../../tests/corpus/mod.rs"]
mod corpus;
mod digest;

use corpus::Call;
use digest::{Digest, fnv1a};
use serde::Serialize;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

/// What a host tells of itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    corpus: Corpus,
    cases: usize,
    /// SHA-256 over the names and answers of all cases.
    digest: String,
    /// SHA-256 over the names and texts of all files.
    input_digest: String,
    /// FNV-1a of each case's answer, to find the first that differs.
    sums: Vec<u32>,
}

#[derive(Serialize)]
struct Corpus {
    cases: usize,
    failures: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (path, case) = match arguments.as_slice() {
        [path] => (path, None),
        [path, case] => (path, Some(case)),
        _ => return Err("usage: native-host <generated.json> [case]".into()),
    };
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let name = Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let calls = corpus::calls_and(name, &text)?;
    let out = match case {
        Some(case) => answer_of(case, &calls)?,
        None => serde_json::to_vec(&report(&calls, (name, &text)))?,
    };
    io::stdout().write_all(&out)?;
    Ok(())
}

fn answer_of(case: &str, calls: &[(String, Call)]) -> Result<Vec<u8>, String> {
    let found = calls.iter().find(|(name, _)| name == case);
    found.map(|(_, call)| answer::bytes(call)).ok_or(format!("there is no case {case}"))
}

fn report(calls: &[(String, Call)], generated: (&str, &str)) -> Report {
    let (mut digest, mut inputs) = (Digest::default(), Digest::default());
    for (name, text) in corpus::FILES.iter().copied().chain([generated]) {
        inputs.add(name, text.as_bytes());
    }
    let mut sums = Vec::with_capacity(calls.len());
    for (name, call) in calls {
        let answer = answer::bytes(call);
        sums.push(fnv1a(&answer));
        digest.add(name, &answer);
    }
    Report {
        corpus: run_corpus(),
        cases: calls.len(),
        digest: digest.hex(),
        input_digest: inputs.hex(),
        sums,
    }
}

fn run_corpus() -> Corpus {
    match corpus::run(answer::value) {
        Ok(cases) => Corpus { cases, failures: Vec::new() },
        Err(failures) => Corpus { cases: 0, failures: vec![failures] },
    }
}
