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
import type { CoveredScope } from '../types';

/** A name of an object in Kubernetes and of a key in values, readable and its own. Pure. */
export function exceptionName(
  id: string,
  policy: string,
  scope: CoveredScope,
): string {
  const target =
    scope.kind === 'resource' ? scope.resource.name : scope.namespace;
  const words = [slug(policy).slice(0, 26), slug(target).slice(0, 24)]
    .map(word => word.replaceAll(/^-+|-+$/g, ''))
    .filter(Boolean);
  return [...words, id.replaceAll('-', '').slice(0, 8)].join('-');
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/**
 * A text as one part of a path that leads nowhere else; two texts are never one
 * part. Pure.
 */
export function pathSegment(text: string): string {
  if (/^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/.test(text)) {
    return text;
  }
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return [
    slug(text)
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60),
    digest,
  ]
    .filter(Boolean)
    .join('-');
}
