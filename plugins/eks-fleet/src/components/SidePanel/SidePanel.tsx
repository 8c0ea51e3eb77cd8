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

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './SidePanel.module.css';

/**
 * Something opened beside a page that stays in use. Takes the focus when it
 * opens, gives it back when it closes; Esc closes it.
 */
export function SidePanel(props: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, onClose, children } = props;
  const t = useTranslation();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Something that is open above the panel closes first.
      if (event.key === 'Escape' && !event.defaultPrevented) {
        onClose();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  return (
    <div
      ref={panel}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      className={styles.panel}
    >
      <div className={styles.head}>
        <Text
          as="h3"
          variant="body-large"
          weight="bold"
          id={id}
          className={styles.title}
        >
          {title}
        </Text>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine aria-hidden />}
          aria-label={t('action.close')}
          onPress={onClose}
        />
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
