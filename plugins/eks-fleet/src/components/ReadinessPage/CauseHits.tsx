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

import { Text } from '@backstage/ui';
import type { Blocker } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { CauseHit } from './CauseHit';
import panelStyles from './CausePanel.module.css';
import styles from './CauseHits.module.css';

/** The clusters that a cause hits, each with what was found on it. */
export function CauseHits(props: { blocker: Blocker; target: string }) {
  const { blocker, target } = props;
  const t = useTranslation();
  const hits = blocker.hits ?? [];
  const title = t('cause.hits', { count: hits.length });
  return (
    <section className={panelStyles.section}>
      <Text as="h4" variant="body-medium" weight="bold">
        {title}
      </Text>
      <ul className={styles.hits} aria-label={title}>
        {hits.map(hit => (
          <li key={hit.entityRef} className={styles.hit}>
            <CauseHit
              hit={hit}
              causeKey={blocker.causeKey}
              said={blocker.message}
              target={target}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
