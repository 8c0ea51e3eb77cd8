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

import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import useDebounce from 'react-use/esm/useDebounce';
import { useTranslation } from '../../hooks/useTranslation';

const TYPING_PAUSE_MS = 250;

/** Text search; `/` anywhere on the page brings the cursor here. */
export function SearchBox(props: {
  text: string;
  onChange: (text: string) => void;
  /** What is searched; clusters where left out. */
  label?: string;
}) {
  const { text, onChange } = props;
  const t = useTranslation();
  const label = props.label ?? t('clusters.search');
  const holder = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(text);

  // Somebody else, such as the back button or "clear", may change the text.
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }

  useDebounce(
    () => {
      if (typed !== text) {
        setKnown(typed);
        onChange(typed);
      }
    },
    TYPING_PAUSE_MS,
    [typed],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        holder.current?.querySelector('input')?.focus();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div ref={holder} title={t('clusters.searchHint')}>
      <SearchField
        size="small"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button'].includes(target.type);
  }
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
