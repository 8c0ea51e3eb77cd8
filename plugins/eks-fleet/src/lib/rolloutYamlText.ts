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

import type { Translate } from '../translation';
import type { YamlProblem } from './rolloutYaml';

const KNOWN = ['notMap', 'unknownField', 'noWaves', 'aliases'] as const;

/** What is wrong with a strategy's text, with field and line. */
export function yamlProblemText(problem: YamlProblem, t: Translate): string {
  const { field, line, message } = problem;
  const known = KNOWN.find(one => one === message);
  const words = known ? t(`wizard.yaml_${known}`) : message;
  if (field && line !== undefined) {
    return t('wizard.problemAt', { field, line: `${line}`, message: words });
  }
  if (line !== undefined) {
    return t('wizard.problemLine', { line: `${line}`, message: words });
  }
  return field ? `${field}: ${words}` : words;
}
