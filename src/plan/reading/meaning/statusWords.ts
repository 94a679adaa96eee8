/** What has become of parts of a saving. */
export const statusWords =
  /^(delivered|achieved|banked|secured|actioned|on (track|target|course)|off (track|target)|at risk|(high|medium|low) risk|not (yet )?started|in (progress|delivery|development)|(still )?to (be )?(deliver|find)(ed)?|outstanding)$/;
