// The service, as one of its people.

const problemOf = async (response) => {
  try {
    return (await response.json()).detail;
  } catch {
    return `Status ${response.status}.`;
  }
};

const read = async (url, headers) => {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(await problemOf(response));
  return response.json();
};

export const people = async () => (await read("/demo.json", {})).people;

const sharing = ({ document_id }) => `/v1/documents/${encodeURIComponent(document_id)}/sharing`;

export const authorization = ({ key }) => ({ authorization: `Bearer ${key}` });

export const snapshot = (person) => read(`${sharing(person)}/snapshot`, authorization(person));

/** The evaluation is for the document's own organization. */
const isMember = ({ document, caller, directory }) =>
  (directory?.users ?? []).some(({ user_id, org_id }) => user_id === caller.user_id && org_id === document.org_id);

export const endpoint = (person, facts) => `${sharing(person)}${isMember(facts) ? "?detail=true" : ""}`;
