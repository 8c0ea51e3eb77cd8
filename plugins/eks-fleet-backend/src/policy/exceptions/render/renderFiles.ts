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

import { createHash } from 'node:crypto';
import type { ExceptionRendering } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { canonicalJson } from '../../../rollouts/plan/canonicalJson';
import type { ExceptionContent, RenderedFile } from '../types';
import { renderCelException } from './renderCelException';
import { renderKyvernoException } from './renderKyvernoException';
import { renderValuesException } from './renderValuesException';

/** Where an exception is written for a cluster. */
export interface ExceptionPlace {
  path: string;
  arn: string;
}

/** One file, or one entry, for each cluster. Pure. */
export function renderFiles(
  content: ExceptionContent,
  options: {
    rendering: ExceptionRendering;
    places: ExceptionPlace[];
    /** Of Kyverno's objects. */
    namespace: string;
  },
): RenderedFile[] {
  const { namespace, places, rendering } = options;
  if (rendering === 'gatekeeper') {
    const add = renderValuesException(content);
    const pointer = `/exceptions/${content.name}`;
    return places.map(place => ({ ...place, pointer, add }));
  }
  const create =
    rendering === 'kyverno.io'
      ? renderKyvernoException(content, namespace)
      : renderCelException(content, namespace);
  return places.map(place => ({ ...place, create }));
}

/** What is agreed to, in a word. */
export function hashFiles(files: RenderedFile[]): string {
  return createHash('sha256').update(canonicalJson(files)).digest('hex');
}
