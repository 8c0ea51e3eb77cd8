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

/** Where the scaffolder's pages are mounted, as long as nobody moves them. */
const TASKS = '/create/tasks';
const TEMPLATES = '/create/templates';

/** The address of a task of the scaffolder; `undefined` for what is no id of one. */
export function taskPath(task: string): string | undefined {
  return /^[\w-]{1,100}$/.test(task) ? `${TASKS}/${task}` : undefined;
}

/** The address of a template's form, with fields of it filled in. */
export function templatePath(
  template: { namespace?: string; name: string },
  formData: Record<string, unknown>,
): string {
  const { name, namespace = 'default' } = template;
  const query = new URLSearchParams({ formData: JSON.stringify(formData) });
  return `${TEMPLATES}/${encodeURIComponent(namespace)}/${encodeURIComponent(
    name,
  )}?${query}`;
}
