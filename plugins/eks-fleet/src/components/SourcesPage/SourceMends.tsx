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

import { Link, Text } from '@backstage/ui';
import type { Source } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useBackendUrl } from '../../hooks/useBackendUrl';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { sourceMends } from '../../lib/sourceMends';
import { Snippet } from '../Snippet';
import styles from './SourcePanel.module.css';

/** What a person can do about a source; nothing where it mends itself. */
export function SourceMends(props: { source: Source }) {
  const { source } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const mends = sourceMends(source, useBackendUrl());
  if (mends.length === 0) {
    return source.state === 'fresh' ? null : (
      <Text as="p" color="secondary">
        {t('clusterSources.byItself')}
      </Text>
    );
  }
  return (
    <section className={styles.part}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('sourceMend.title')}
      </Text>
      {mends.map(({ account, detail, snippets }) => (
        <div
          key={`${detail} ${account} ${snippets[0]?.title}`}
          className={styles.part}
        >
          {detail && (
            <Text as="p" color="secondary">
              {t(detail)}
            </Text>
          )}
          {account && (
            <Text as="p" color="secondary">
              {t('sourceMend.account')}{' '}
              <Link href={links.sources({ q: source.accountId })}>
                {t('sourceMend.accountLink')}
              </Link>
            </Text>
          )}
          {snippets.map(({ title, text }) => (
            <Snippet key={title} title={t(title)} text={text} />
          ))}
        </div>
      ))}
    </section>
  );
}
