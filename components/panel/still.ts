import { Component, type ComponentChild } from 'preact';

/** The component, drawn again only when one of its properties is another. Where views keep what did not change. */
export function still<Props extends object>(draw: (props: Props) => ComponentChild) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const now: Props = this.props;
      return Object.entries(next).some(([name, value]) => now[name as keyof Props] !== value);
    }
    override render() {
      return draw(this.props);
    }
  };
}
