/** What files of the template say otherwise in a service whose contract was given. */
const CHANGES: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'src/lib.rs': [
    ['pub mod application;\n', 'pub mod api;\npub mod application;\n'],
    [
      'pub mod http;\npub mod operation;\n',
      'pub mod handlers;\npub mod http;\npub mod operation;\npub mod operations;\n',
    ],
  ],
  'src/application.rs': [
    [
      'use crate::auth::{self, Identity};\n',
      'use crate::api::Api;\nuse crate::auth::{self, Identity};\n',
    ],
    [
      'set_up_logs};\nuse crate::records',
      'set_up_logs};\nuse crate::operations;\nuse crate::records',
    ],
    ['            .merge(events::router(Arc::clone(&around)))\n', ''],
    [
      `        let unknown =
            Unknown { around: Arc::clone(&self.around), paths: Arc::new(Paths::new(&api)) };
`,
      `        let unknown = Unknown {
            around: Arc::clone(&self.around),
            paths: Arc::new(Paths::new(&api)),
            api: Arc::new(operations::api(Arc::clone(&self.around))),
        };
`,
    ],
    ['    paths: Arc<Paths>,\n}\n', '    paths: Arc<Paths>,\n    api: Arc<Api>,\n}\n'],
    [
      `    let (parts, _) = request.into_parts();
    let path = parts.uri.path();
`,
      `    let request = match unknown.api.answer(request).await {
        Ok(response) => return Ok(response),
        Err(request) => request,
    };
    let (parts, _) = request.into_parts();
    let path = parts.uri.path();
`,
    ],
  ],
  'tests/service/support.rs': [
    [
      '#![allow(dead_code, reason = "not every service has lifecycles and roles")]',
      '#![allow(dead_code, unused_imports, reason = "what it keeps has no samples")]',
    ],
  ],
  'tests/service/main.rs': [
    ['mod contract;\nmod operation;\nmod records;\nmod resources;\n', 'mod api;\n'],
  ],
};

/** The content of a file of the template in such a service: its operations take what no other route does. */
export function givenContent(path: string, content: string): string {
  return (CHANGES[path] ?? []).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${path} has changed: ${from}`);
    return text.replace(from, to);
  }, content);
}
