import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType } from "react";
import { loadPart } from "../loadPart";
import { sentenceOf } from "../state/oneTask";

/** A component that is fetched when it is first shown. Unlike React's own lazy components it can be tried again. */
export function lazyPart<P extends object>(fetchPart: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function LazyPart(props: P) {
    const [, setIsLoaded] = useState(loaded !== null);
    const [problem, setProblem] = useState<string | null>(null);
    const [attempt, setAttempt] = useState(1);
    useEffect(() => {
      if (loaded) return;
      let isShown = true;
      loadPart(fetchPart).then(
        (part) => {
          loaded = part;
          if (isShown) setIsLoaded(true);
        },
        (error: unknown) => {
          if (isShown) setProblem(sentenceOf(error));
        },
      );
      return () => {
        isShown = false;
      };
    }, [attempt]);

    const Part = loaded;
    if (Part) return <Part {...props} />;
    if (problem === null) return <Spinner size="small" label="One moment…" />;
    const tryAgain = () => {
      setProblem(null);
      setAttempt(attempt + 1);
    };
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{problem}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={tryAgain}>Try again</Button>
        </MessageBarActions>
      </MessageBar>
    );
  };
}
