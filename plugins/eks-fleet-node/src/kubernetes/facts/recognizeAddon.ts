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

import { parseImage } from '../objects/parseImage';
import type { Workload } from '../objects/types';
import { ADDON_TABLE } from './addonTable';

/** A component of {@link ADDON_TABLE}, as a workload runs it. */
export interface RecognizedAddon {
  component: string;
  version?: string;
  image: string;
}

/** `v1.2.3`, `1.2`, `v1.33.3-eksbuild.4`; not `latest`, `stable` or a commit. */
const VERSION = /^v?\d+\.\d+/;
const MAX_IMAGE_LENGTH = 1000;

/** Which component a workload is, by its images first and by its labels else. */
export function recognizeAddon({
  metadata,
  spec,
}: Workload): RecognizedAddon | undefined {
  const { labels = {} } = metadata ?? {};
  const images = (spec?.template?.spec?.containers ?? [])
    .map(({ image }) => image ?? '')
    .filter(Boolean);
  for (const { component, image: pattern } of ADDON_TABLE) {
    const image = images.find(name =>
      pattern.test(parseImage(name).repository),
    );
    if (image) {
      return describe(component, image, labels);
    }
  }
  const names = [labels['app.kubernetes.io/name'], labels['k8s-app']];
  const named = ADDON_TABLE.find(pattern =>
    pattern.names.some(name => names.includes(name)),
  );
  return named && images.length > 0
    ? describe(named.component, images[0], labels)
    : undefined;
}

function describe(
  component: string,
  image: string,
  labels: Record<string, string>,
): RecognizedAddon {
  const { tag = '' } = parseImage(image);
  const label = labels['app.kubernetes.io/version'] ?? '';
  return {
    component,
    version: [tag, label].find(text => VERSION.test(text)),
    image: image.slice(0, MAX_IMAGE_LENGTH),
  };
}
