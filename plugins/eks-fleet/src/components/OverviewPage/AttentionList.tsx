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

import { ButtonLink, VisuallyHidden } from '@backstage/ui';
import {
  RiAlertLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import type { AttentionItem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { describeAttention } from '../../lib/attention';
import { Panel } from '../Panel';
import styles from './AttentionList.module.css';

const SEVERITIES = {
  critical: { icon: RiCloseCircleLine, word: 'attention.severityCritical' },
  warning: { icon: RiAlertLine, word: 'attention.severityWarning' },
  info: { icon: RiInformationLine, word: 'attention.severityInfo' },
} as const;

/** What to do first, with the way to it. */
export function AttentionList(props: { items: AttentionItem[] }) {
  const { items } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const now = useNow();
  return (
    <div className={styles.attention}>
      <Panel
        title={t('overview.attention')}
        hint={t('overview.attentionOrder')}
      >
        {items.length === 0 ? (
          <p className={styles.nothing}>
            <RiCheckLine size={16} aria-hidden /> {t('overview.nothing')}
          </p>
        ) : (
          <ul className={styles.list}>
            {items.map((item, index) => {
              const line = describeAttention(item, { t, links, now });
              const { icon: Icon, word } = SEVERITIES[item.severity];
              return (
                <li key={index} className={styles.line}>
                  <Icon
                    size={16}
                    aria-hidden
                    className={styles.icon}
                    data-severity={item.severity}
                  />
                  <span className={styles.text}>
                    <VisuallyHidden>{t(word)}: </VisuallyHidden>
                    {line.text}
                  </span>
                  <ButtonLink
                    size="small"
                    variant="tertiary"
                    href={line.href}
                    aria-label={`${line.action}: ${line.text}`}
                  >
                    {line.action}
                  </ButtonLink>
                </li>
              );
            })}
          </ul>
        )}
      </Panel>
    </div>
  );
}
