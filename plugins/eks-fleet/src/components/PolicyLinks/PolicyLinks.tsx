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
import type {
  PolicyDetail,
  PolicyFacts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { safeUrl } from '../../lib/safeUrl';

/** Where more is said of a policy; items of a list. What is no web address is left out. */
export function PolicyLinks(props: {
  policy: Pick<PolicyFacts, 'documentation'>;
  links?: PolicyDetail['links'];
}) {
  const { policy, links = [] } = props;
  const t = useTranslation();
  const all = [
    ...(policy.documentation
      ? [{ title: t('policy.documentation'), url: policy.documentation }]
      : []),
    ...links.filter(({ url }) => url !== policy.documentation),
  ];
  return (
    <>
      {all
        .filter(({ url }) => safeUrl(url))
        .map(({ title, url }) => (
          <li key={url}>
            <Link href={url} target="_blank">
              {title}
            </Link>
          </li>
        ))}
    </>
  );
}
