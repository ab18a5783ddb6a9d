// The driver hook of a bank: dcm verify asks it to act. Made by dcm init for Go 1.18 or newer; needs no modules.
// Fill in one act after the other; an act that is not built answers 501, and what needs it is not verified.
// docs/acts.md of dcm-conformance says for each act which requests DCM must see. Acts move money: this hook belongs
// in a test installation only, in the process of your bank or beside it.
//
//	ACTS_TOKEN=... go run dcm_acts.go
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
)

type object = map[string]any

// An act is given its input and dcm: base_url, counterparty_guid, asset_code, asset_issuer, scheme, employee.
// It returns its output, or an error that says why DCM refused or the bank could not do it.
type act func(input, dcm object) (object, error)

var errNotBuilt = errors.New("not built")

func notBuilt(_, _ object) (object, error) { return nil, errNotBuilt }

var acts = map[string]act{
	// each act
	// __DUTY__
	// Input: __INPUT__
	// Output: __OUTPUT__
	"__ACT-NAME__": notBuilt,

	// end of acts
}

type order struct {
	Act   string `json:"act"`
	ID    string `json:"id"`
	Input object `json:"input"`
	DCM   object `json:"dcm"`
}

type answer struct {
	status int
	body   object
}

func perform(o order) answer {
	run, known := acts[o.Act]
	if !known {
		return answer{501, object{"error": "unknown act " + o.Act}}
	}
	output, err := run(o.Input, o.DCM)
	if errors.Is(err, errNotBuilt) {
		return answer{501, object{"error": "act " + o.Act + " is not built yet"}}
	}
	if err != nil {
		return answer{200, object{"ok": false, "error": err.Error()}}
	}
	if output == nil {
		output = object{}
	}
	return answer{200, object{"ok": true, "output": output}}
}

type kept struct {
	once  sync.Once
	first answer
}

// answered has the first response by id: if an id comes again, the bank does not act twice.
var answered sync.Map

func once(o order) answer {
	found, _ := answered.LoadOrStore(o.ID, &kept{})
	one := found.(*kept)
	one.once.Do(func() { one.first = perform(o) })
	return one.first
}

func respond(token string, r *http.Request) answer {
	if r.Method != http.MethodPost || r.URL.Path != "__PATH__" {
		return answer{501, object{"error": "not built yet: " + r.Method + " " + r.URL.Path}}
	}
	if r.Header.Get("Authorization") != "Bearer "+token {
		return answer{401, object{"error": "wrong token: see ACTS_TOKEN"}}
	}
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil || o.Act == "" || o.ID == "" {
		return answer{400, object{"error": "expected a JSON object with act and id"}}
	}
	return once(o)
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	token := os.Getenv("ACTS_TOKEN")
	if token == "" {
		fmt.Fprintln(os.Stderr, "ACTS_TOKEN is not set: it must be the driver.token of bank.yaml")
		os.Exit(2)
	}
	address := net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "__PORT__"))
	listener, err := net.Listen("tcp", address)
	if err != nil {
		fmt.Fprintf(os.Stderr, "cannot listen at %s: %v; another PORT can be set in the environment\n", address, err)
		os.Exit(1)
	}
	fmt.Printf("acts hook at http://%s__PATH__\n", listener.Addr())
	err = http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		said := respond(token, r)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(said.status)
		_ = json.NewEncoder(w).Encode(said.body)
	}))
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
