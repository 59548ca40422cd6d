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
    if (this.drawn !== this.late) {
      this.drawn = this.late;
      this.draw();
    }
  }

  private draw(): void {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link) {
      return;
    }
    if (this.late === 0) {
      link.type = 'image/svg+xml';
      link.href = '/icon.svg';
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const paint = canvas.getContext('2d');
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
    paint.fillText(this.late > 99 ? '99' : String(this.late), 32, 35);
    link.type = 'image/png';
    link.href = canvas.toDataURL('image/png');
  }
}

export const tabTitle = new TabTitle();
