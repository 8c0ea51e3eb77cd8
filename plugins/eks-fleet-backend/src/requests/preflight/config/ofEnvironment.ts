/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * What a map by environment says of one: its own entry, else that of
 * `default`. An environment may be called `constructor`.
 */
export function ofEnvironment<T>(
  map: Readonly<Record<string, T>>,
  environment: string,
): T | undefined {
  return entryOf(map, environment) ?? entryOf(map, 'default');
}

/** The own entry of a map that somebody wrote. */
export function entryOf<T>(
  map: Readonly<Record<string, T>>,
  name: string,
): T | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
