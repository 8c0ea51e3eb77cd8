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

/** A text as CEL has it, whatever is in it. */
export function celString(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u2028\u2029\u007f-\u009f]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text as a regular expression (RE2) that only it matches. */
export function regexText(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}-]/g, '\\$&');
}
