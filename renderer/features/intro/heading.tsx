/** The step's heading; it takes the focus when its step comes. */
export function Heading({ children }: { readonly children: string }) {
  return (
    <h2 className="intro-heading" tabIndex={-1}>
      {children}
    </h2>
  );
}
