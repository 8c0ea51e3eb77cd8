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

import { Link } from '@backstage/ui';
import { linkParts } from '../../lib/linkParts';

/** A sentence in which addresses can be followed. */
export function LinkedText(props: { text: string }) {
  return (
    <>
      {linkParts(props.text).map(({ text, url }, index) =>
        url ? (
          <Link key={index} href={url} target="_blank">
            {text}
          </Link>
        ) : (
          text
        ),
      )}
    </>
  );
}
