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
 * Puts values into a link template such as
 * `https://grafana.example.com/d/eks?var-cluster={cluster}`. Each value is
 * escaped for a URL, so that a name or tag can add neither path nor query.
 *
 * @returns the URL, or `undefined` where a value is missing or the result is
 *   no `http(s)` URL
 * @public
 */
export function renderLinkTemplate(
  template: string,
  values: Record<string, string | undefined>,
): string | undefined {
  let complete = true;
  const fill = (_: string, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined || value === '') {
      complete = false;
      return '';
    }
    // `.` and `..` would be taken for steps of a path.
    return /^\.+$/.test(value)
      ? value.replace(/\./g, '%252E')
      : encodeURIComponent(value);
  };
  try {
    const url = new URL(template.replace(/\{([A-Za-z0-9_./-]+)\}/g, fill));
    return complete && ['https:', 'http:'].includes(url.protocol)
      ? url.toString()
      : undefined;
  } catch {
    // No URL, or half a surrogate pair, which cannot be escaped.
    return undefined;
  }
}
