// Lets the search work where the site is read from a folder: browsers start no worker from file://. The site generator
// would fetch a stand-in from another host, and nothing here asks anyone else for anything. A frame takes the worker's
// place: its window has what the search uses of one.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inside = this.frame.contentWindow;
      inside.postMessage = (data) => setTimeout(() => {
        const event = new MessageEvent("message", { data });
        this.onmessage?.(event);
        this.dispatchEvent(event);
      });
      this.started = new Promise((resolve) => {
        const script = inside.document.createElement("script");
        script.onload = () => resolve(inside);
        script.src = new URL(url, location.href).href;
        inside.document.body.append(script);
      });
    }

    postMessage(data) {
      this.started.then((inside) => inside.onmessage?.(new MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  };
}
