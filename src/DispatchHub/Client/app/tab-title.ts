/** The largest count that the icon shows. */
const MOST_DRAWN = 99;

/** The tab: the page's name with how many cases are late on it, in the title and on the icon. */
class TabTitle {
  private page: string | null = null;
  private late = 0;
  private drawn = -1;

  /** Null where no page of its own is shown. */
  setPage(name: string | null): void {
    this.page = name;
    this.write();
  }

  /** How many cases of what the page shows are late now. */
  setLate(count: number): void {
    if (count !== this.late) {
      this.late = count;
      this.write();
    }
  }

  private write(): void {
    document.title = `${this.late > 0 ? `(${this.late}) ` : ''}${this.page === null ? '' : `${this.page} · `}Dispatch`;
    // The icon has room for two digits; beyond them it stays as it is.
    const shown = Math.min(this.late, MOST_DRAWN);
    if (this.drawn !== shown) {
      this.drawn = shown;
      this.draw();
    }
  }

  private draw(): void {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link) {
      return;
    }
    if (this.drawn === 0) {
      link.type = 'image/svg+xml';
      link.href = '/icon.svg';
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    // Drawn in memory: reading it back from the graphics process can block the page for long.
    const paint = canvas.getContext('2d', { willReadFrequently: true });
    if (!paint) {
      return;
    }
    paint.fillStyle = '#c21414';
    paint.beginPath();
    paint.arc(32, 32, 32, 0, 2 * Math.PI);
    paint.fill();
    paint.fillStyle = '#ffffff';
    paint.font = 'bold 40px sans-serif';
    paint.textAlign = 'center';
    paint.textBaseline = 'middle';
    paint.fillText(String(this.drawn), 32, 35);
    link.type = 'image/png';
    link.href = canvas.toDataURL('image/png');
  }
}

export const tabTitle = new TabTitle();
