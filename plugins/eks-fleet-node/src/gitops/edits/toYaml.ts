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

import { Document, isScalar, visit } from 'yaml';
import { isPlainText } from './parseYaml';

/**
 * A value as YAML that old readers and new ones take for the same: whatever
 * could be anything but a text is quoted, and no line is folded.
 *
 * @public
 */
export function toYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === 'string') {
        node.type = isPlainText(node.value) ? 'PLAIN' : 'QUOTE_SINGLE';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}
