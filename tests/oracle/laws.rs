//! The laws of the core, by name. Each holds of every generated case.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::reference::facts::{list, rank, text};
use super::reference::generate::{Case, case, config};
use super::subject::{
    evaluate, evaluate_once, evaluate_text, evaluate_with_warnings, normalize, reversed,
};

proptest! {
    #![proptest_config(config(400))]

    /// Nobody grants above their own role, nobody but the owner grants `admin` unless the policy
    /// says so, and no class of recipients gets more than the policy's `max_role` for it.
    #[test]
    fn no_grant_above_the_ceiling(case in case()) {
        let evaluation = evaluate(&case.request, &case.snapshot);
        let policy = &case.snapshot["policy"];
        let caller_role = text(&case.snapshot["caller"]["role"], "");
        let max_role = |class: &str| rank(text(&policy["max_role"][class], "admin"));
        for (grant, result) in grants_with_results(&evaluation) {
            let role = text(&grant["role"], "");
            prop_assert!(rank(role) <= rank(caller_role) && role != "owner", "{}", grant);
            prop_assert!(role != "admin" || caller_role == "owner" || policy["admin_grant"] == "admin", "{}", grant);
            prop_assert!(result["external"] != true || rank(role) <= max_role("external"), "{}", grant);
            prop_assert!(grant["action"] != "invite" || rank(role) <= max_role("invite"), "{}", grant);
            prop_assert!(grant["principal"]["bot_id"].is_null() || rank(role) <= max_role("bot"), "{}", grant);
        }
    }

    /// One result for each row, in request order, saying back that row; successes and failures add
    /// up; the grants are the successful rows in order, each principal once.
    #[test]
    fn results_partition_and_keep_request_order(case in case()) {
        let evaluation = evaluate(&case.request, &case.snapshot);
        let (rows, results) = (list(&case.request["recipients"]), list(&evaluation["results"]));
        prop_assert_eq!(rows.len(), results.len());
        for (index, (row, result)) in rows.iter().zip(results).enumerate() {
            prop_assert_eq!(&result["index"], &json!(index));
            for name in ["role", "user_id", "email", "bot_id"] {
                prop_assert_eq!(&result["recipient"][name], &row[name]);
            }
            let success = result["code"] == "granted" || result["code"] == "invited";
            prop_assert_eq!(&result["success"], &json!(success));
        }
        let successful = results.iter().filter(|result| result["success"] == true).count();
        prop_assert_eq!(&evaluation["total"], &json!(rows.len()));
        prop_assert_eq!(&evaluation["successful"], &json!(successful));
        prop_assert_eq!(&evaluation["failed"], &json!(rows.len() - successful));
        prop_assert_eq!(list(&evaluation["grants"]).len(), successful);
        let mut principals = Vec::new();
        for (grant, result) in grants_with_results(&evaluation) {
            for name in ["principal", "address", "role", "notify"] {
                prop_assert_eq!(&grant[name], &result[name]);
            }
            prop_assert_eq!(grant["action"] == "invite", result["code"] == "invited");
            prop_assert!(!principals.contains(&grant["principal"]), "twice: {}", grant);
            principals.push(grant["principal"].clone());
        }
    }

    /// Rows influence each other by rule 2 and by limits only: when no two rows have one principal
    /// (rows with an unreadable address have none) and there are no limits, the results of permuted
    /// rows are the permuted results, equal in every member but `index`, and so are the grants.
    #[test]
    fn permuting_rows_permutes_results_except_duplicates_and_limits(case in case(), keys in vec(any::<u8>(), 12)) {
        let case = without_duplicates_and_limits(&case);
        let rows = list(&case.request["recipients"]);
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|index| keys[*index]);
        let mut request = case.request.clone();
        request["recipients"] = order.iter().map(|index| rows[*index].clone()).collect();

        let before = evaluate(&case.request, &case.snapshot);
        let after = evaluate(&request, &case.snapshot);
        for (position, index) in order.iter().enumerate() {
            let (mut was, mut is) = (before["results"][*index].clone(), after["results"][position].clone());
            (was["index"], is["index"]) = (Value::Null, Value::Null);
            prop_assert_eq!(was, is);
        }
        for name in ["total", "successful", "failed"] {
            prop_assert_eq!(&before[name], &after[name]);
        }
        for (grant, _) in grants_with_results(&before) {
            prop_assert!(list(&after["grants"]).contains(grant), "lost: {}", grant);
        }
    }

    /// The distinct recipients of the distinct recipients are themselves. Each is asked for again
    /// once for each of its roles, an e-mail by its canonical address.
    #[test]
    fn normalising_twice_changes_nothing(case in case()) {
        let unique = normalize(&case.request)["unique"].clone();
        let mut rows = Vec::new();
        for recipient in list(&unique) {
            for role in list(&recipient["roles"]) {
                rows.push(json!({
                    "role": role,
                    "user_id": recipient["user_id"],
                    "bot_id": recipient["bot_id"],
                    "email": recipient["address"],
                }));
            }
        }
        // A request of nothing but unreadable addresses names nobody, and no request is empty.
        prop_assume!(!rows.is_empty());
        let again = normalize(&json!({"recipients": rows}))["unique"].clone();
        prop_assert_eq!(without_indexes(again), without_indexes(unique));
    }

    /// Once the grants are entries and the limits have counted them, the same request has nothing
    /// left to do: every row that succeeded finds its own role there, and no other row succeeds.
    ///
    /// True of every snapshot, because an entry that names a granted principal by its own `user_id`,
    /// `bot_id` or key teaches nothing else: it ties no address to an account (so nobody's principal,
    /// known addresses or `external` change), makes known no account and no entry but of principals
    /// already granted, and fuller limits only refuse more. Limits must be raised, not dropped: a row
    /// that met a full limit, or could not be placed in one, would otherwise succeed now.
    #[test]
    fn applying_grants_grants_nothing_new(case in case()) {
        let before = evaluate(&case.request, &case.snapshot);
        let mut snapshot = case.snapshot.clone();
        for (grant, result) in grants_with_results(&before) {
            apply(&mut snapshot, grant, result);
        }
        let after = evaluate(&case.request, &snapshot);
        prop_assert_eq!(&after["successful"], &json!(0));
        prop_assert_eq!(&after["grants"], &json!([]));
        for (was, is) in list(&before["results"]).iter().zip(list(&after["results"])) {
            if was["success"] == true {
                prop_assert_eq!(&is["code"], &json!("already_has_access"));
                prop_assert_eq!(&is["params"], &json!({"current_role": was["role"], "comparison": "same"}));
                prop_assert_eq!(&is["also"], &Value::Null);
                prop_assert_eq!(&is["principal"], &was["principal"]);
            }
        }
    }

    /// Asking for hints adds a list at the end and changes no byte before it. A hint about a row
    /// names that row; rows come in order, and what is about the request comes last.
    #[test]
    fn warnings_change_nothing(case in case()) {
        let (request, snapshot) = (case.request.to_string(), case.snapshot.to_string());
        let without = evaluate_text(&request, &snapshot);
        let with = evaluate_with_warnings(&request, &snapshot);
        let (before, hints) = with.rsplit_once(",\"warnings\":").unwrap_or_default();
        prop_assert_eq!(format!("{before}}}"), without);
        let hints: Value = serde_json::from_str(hints.strip_suffix('}').unwrap_or_default()).unwrap_or_default();
        let rows = list(&case.request["recipients"]).len() as u64;
        let places: Vec<u64> = list(&hints).iter().map(|hint| hint["index"].as_u64().unwrap_or(rows)).collect();
        prop_assert!(hints.is_array() && places.is_sorted() && places.iter().all(|&place| place <= rows), "{}", hints);
    }

    /// What a request does not ask for can be left out of a snapshot that is used for it alone.
    #[test]
    fn a_snapshot_for_one_request_says_the_same(case in case()) {
        let request = case.request.to_string();
        for snapshot in [case.snapshot.to_string(), reversed(&case.snapshot)] {
            prop_assert_eq!(evaluate_once(&request, &snapshot), evaluate_text(&request, &snapshot));
        }
    }

    /// The same text gives the same bytes, and so does the same JSON with the members of every
    /// object in another order.
    #[test]
    fn deterministic_bytes(case in case()) {
        let (request, snapshot) = (case.request.to_string(), case.snapshot.to_string());
        let bytes = evaluate_text(&request, &snapshot);
        prop_assert_eq!(&bytes, &evaluate_text(&request, &snapshot));
        prop_assert_eq!(&bytes, &evaluate_text(&reversed(&case.request), &reversed(&case.snapshot)));
    }
}

/// Each grant with the result of its row.
fn grants_with_results(evaluation: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    let successes = list(&evaluation["results"]).iter().filter(|result| result["success"] == true);
    list(&evaluation["grants"]).iter().zip(successes)
}

/// The case with the first row of each principal and no limits.
fn without_duplicates_and_limits(case: &Case) -> Case {
    let evaluation = evaluate(&case.request, &case.snapshot);
    let mut principals = Vec::new();
    let mut rows = Vec::new();
    for (row, result) in list(&case.request["recipients"]).iter().zip(list(&evaluation["results"]))
    {
        let principal = &result["principal"];
        if principal.is_null() || !principals.contains(principal) {
            principals.push(principal.clone());
            rows.push(row.clone());
        }
    }
    let mut case = case.clone();
    case.request["recipients"] = Value::from(rows);
    case.snapshot["limits"] = Value::Null;
    case
}

fn without_indexes(mut unique: Value) -> Value {
    for recipient in unique.as_array_mut().into_iter().flatten() {
        recipient["indexes"] = Value::Null;
    }
    unique
}

/// What a server does with a grant: a new entry, and one more in each limit that counts it.
fn apply(snapshot: &mut Value, grant: &Value, result: &Value) {
    let mut entry = grant["principal"].clone();
    entry["role"] = grant["role"].clone();
    snapshot["entries"].as_array_mut().into_iter().for_each(|entries| entries.push(entry.clone()));
    for limit in snapshot["limits"].as_array_mut().into_iter().flatten() {
        let counts = match text(&limit["applies_to"], "") {
            "external" => result["external"] == true,
            "invite" => grant["action"] == "invite",
            "bot" => !grant["principal"]["bot_id"].is_null(),
            "all" => true,
            other => panic!("no limit applies to {other:?}"),
        };
        if counts {
            limit["used"] = json!(limit["used"].as_u64().unwrap_or(0) + 1);
        }
    }
}
